export function LettersScreen() {
  return null
}
