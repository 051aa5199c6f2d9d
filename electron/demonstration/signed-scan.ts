/** A page of PDF with a made-up decision: lines of text as bars and a signature, nobody's words and nobody's hand. */
export function signedScan(decidedOn: string): Buffer {
  const lines = Array.from({ length: 14 }, (_, index) => `70 ${690 - index * 24} ${420 - (index % 4) * 45} 6 re f`)
  const drawing = [
    ...['BT /F1 16 Tf 70 760 Td (Demonstration: signed decision) Tj ET'],
    `BT /F1 11 Tf 70 735 Td (${decidedOn}) Tj ET`,
    ...['0.75 g', ...lines],
    '0 0 0.6 RG 1.5 w 330 260 m 350 310 370 230 390 280 c 410 320 420 250 460 275 c S',
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((content, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${content}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${text}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}
