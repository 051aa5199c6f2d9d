/** The clause as screens show it; the order's silence is said aloud. */
export const clauseText = (clause: string | null): string => clause ?? 'Порядком не урегулировано'
