import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/**
 * The look in one place: neutral greys, one blue for the primary action, green / amber / red for state only.
 * Shades were chosen so that text reaches AA (4.5 : 1) on its own background in both schemes.
 */
const blue: MantineColorsTuple = [
  '#eef4fc',
  '#dbe7f7',
  '#b6cfee',
  '#8db4e4',
  '#6a9cdc',
  '#4d88d3',
  '#2f72c4',
  '#1f5fae',
  '#174c8f',
  '#103a70',
]
const green: MantineColorsTuple = [
  '#ecf7ef',
  '#d6eedc',
  '#aedcbb',
  '#84c998',
  '#5fb878',
  '#43a660',
  '#2f8f4c',
  '#23763d',
  '#1b5f31',
  '#124724',
]
const amber: MantineColorsTuple = [
  '#fff6e5',
  '#fdeac6',
  '#f9d48d',
  '#f2bb52',
  '#e8a42a',
  '#d18d14',
  '#996505',
  '#8a5a05',
  '#6f4804',
  '#553703',
]
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#fadcd9',
  '#f3b6b1',
  '#ea8e87',
  '#e06a62',
  '#d64d45',
  '#c13a33',
  '#a62d28',
  '#86231f',
  '#681a17',
]

const fontFamily = "'Golos Text Variable', 'Golos Text', system-ui, sans-serif"

export const theme = createTheme({
  fontFamily,
  headings: { fontFamily, fontWeight: '600' },
  // 15 px base; the smallest text is 13 px.
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 6 },
  colors: { blue, green, amber, red },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // What a field holds, Chromium keeps in its session files to restore the window; not where `autocomplete` is off.
    TextInput: { defaultProps: { autoComplete: 'off' } },
    Textarea: { defaultProps: { autoComplete: 'off' } },
    NumberInput: { defaultProps: { autoComplete: 'off' } },
    DateInput: { defaultProps: { autoComplete: 'off' } },
    // Mantine's own labels are English; every close button speaks Russian.
    CloseButton: { defaultProps: { 'aria-label': 'Закрыть' } },
    // Its placeholder for the first focus is a child no menu may have (aria-required-children).
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Закрыть окно' },
        centered: true,
        // A second <header> outside of any section would be a second banner to a screen reader.
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } },
    },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Закрыть панель' } } },
    Alert: { defaultProps: { closeButtonLabel: 'Закрыть' } },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Закрыть сообщение' } },
      // Under a title Mantine makes the words paler than can be read.
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
    Loader: { defaultProps: { type: 'dots' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400 } },
  },
})

/** Colours by meaning; features name the tone, never a shade. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--layout-header': '3rem',
    '--session-bar': '2.75rem',
    '--session-under': '8.5rem',
    '--layout-list': '27rem',
    '--today-row': '2.75rem',
    '--layout-side': '19.5rem',
    '--layout-steps': '24rem',
    '--layout-panel': '25rem',
    '--layout-day': '10.75rem',
    '--layout-form': '46rem',
    '--journal-row': '4.25rem',
    '--journal-day': '2.25rem',
    '--recording-row': '4.75rem',
    '--application-row': '4.75rem',
    '--line': '1px',
    '--figure-size': '2rem',
    '--phone-size': '1.75rem',
    '--meter-height': '0.75rem',
    '--time-bar-height': '2.75rem',
    '--lamp-size': '1.5rem',
    '--pulse': '1.6s',
  },
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--mantine-color-disabled-color': 'var(--mantine-color-gray-7)',
    '--surface': 'var(--mantine-color-white)',
    '--surface-quiet': 'var(--mantine-color-gray-0)',
    '--surface-sunken': 'var(--mantine-color-gray-1)',
    '--surface-selected': 'var(--mantine-color-blue-0)',
    '--border': 'var(--mantine-color-gray-3)',
    '--tone-good': 'var(--mantine-color-green-7)',
    '--tone-good-surface': 'var(--mantine-color-green-0)',
    '--tone-warn': 'var(--mantine-color-amber-7)',
    '--tone-warn-surface': 'var(--mantine-color-amber-0)',
    '--tone-warn-border': 'var(--mantine-color-amber-3)',
    '--tone-bad': 'var(--mantine-color-red-7)',
    '--tone-bad-surface': 'var(--mantine-color-red-0)',
    '--tone-bad-border': 'var(--mantine-color-red-3)',
    '--tone-info': 'var(--mantine-color-blue-7)',
    '--tone-info-surface': 'var(--mantine-color-blue-0)',
    '--tone-quiet': 'var(--mantine-color-gray-7)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-3)',
    '--mantine-color-disabled-color': 'var(--mantine-color-dark-1)',
    '--surface': 'var(--mantine-color-dark-7)',
    '--surface-quiet': 'var(--mantine-color-dark-8)',
    '--surface-sunken': 'var(--mantine-color-dark-6)',
    '--surface-selected': 'var(--mantine-color-dark-5)',
    '--border': 'var(--mantine-color-dark-4)',
    '--tone-good': 'var(--mantine-color-green-3)',
    '--tone-good-surface': 'var(--mantine-color-dark-6)',
    '--tone-warn': 'var(--mantine-color-amber-3)',
    '--tone-warn-surface': 'var(--mantine-color-dark-6)',
    '--tone-warn-border': 'var(--mantine-color-amber-6)',
    '--tone-bad': 'var(--mantine-color-red-3)',
    '--tone-bad-surface': 'var(--mantine-color-dark-6)',
    '--tone-bad-border': 'var(--mantine-color-red-6)',
    '--tone-info': 'var(--mantine-color-blue-3)',
    '--tone-info-surface': 'var(--mantine-color-dark-6)',
    '--tone-quiet': 'var(--mantine-color-dark-1)',
  },
})
