import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { driftText } from '../../../shared/equipment/drift-text.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { bytesOf, saveFile } from '../../ui/save-file.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { BundleDialog } from './bundle-dialog.tsx'
import { PassportForm } from './passport-form.tsx'
import { PrintedCheck } from './printed-check.tsx'
import { TrendPlot } from './trend-plot.tsx'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What the technician keeps of this workplace: its drift, its trends, its passport, the papers. */
export function KeeperSection() {
  const { calls, queries } = useWorkstation()
  const timeZone = useTimeZone()
  const [bundling, setBundling] = useState(false)
  const [printing, setPrinting] = useState(false)
  const latest = useQuery(queries.equipment.latest.queryOptions())
  const passport = useQuery(queries.equipment.passport.queryOptions())
  const printed = useCallback(() => setPrinting(false), [])
  const trends = useQuery(queries.equipment.trends.queryOptions())
  const report = useMutation({
    mutationFn: () => calls.equipment.report(),
    onSuccess: ({ name, base64 }) => saveFile(`${name}.xlsx`, [bytesOf(base64)], xlsx),
  })
  return (
    <Paper withBorder p="md" component="section" aria-label="Для технического специалиста">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            Это рабочее место за 30 дней
          </Title>
          <Group gap="sm">
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet aria-hidden size="1.1em" />}
              loading={report.isPending}
              onClick={() => report.mutate()}
            >
              Отчёт XLSX
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter aria-hidden size="1.1em" />}
              disabled={!latest.data}
              onClick={() => setPrinting(true)}
            >
              Печать
            </Button>
            <Button variant="default" onClick={() => setBundling(true)}>
              Собрать сведения для ИТ…
            </Button>
          </Group>
        </Group>
        {bundling && <BundleDialog onClose={() => setBundling(false)} />}
        {trends.data?.drifts.length === 0 && <ToneText tone="good">Измерения не отличаются от обычных</ToneText>}
        {trends.data?.drifts.map(drift => (
          <ToneText key={drift.code} tone="warn">
            {driftText(drift)}
          </ToneText>
        ))}
        {trends.data && trends.data.series.length === 0 && (
          <Text c="dimmed">Графики появятся после второй проверки.</Text>
        )}
        <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
          {trends.data?.series.map(series => (
            <TrendPlot key={series.code} series={series} timeZone={timeZone} />
          ))}
        </SimpleGrid>
        <PassportForm />
      </Stack>
      {printing && latest.data && (
        <PrintedCheck check={latest.data} passport={passport.data ?? null} onPrinted={printed} />
      )}
    </Paper>
  )
}
