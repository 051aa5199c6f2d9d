/** In SQL, beside `letter left join letter_receipt`; of letters taken before it was asked what their way in meant. */
export const receiptSourceOfLetter =
  "coalesce(letter_receipt.source, case letter.source when 'mail' then 'internalDate' else 'taken' end)"
