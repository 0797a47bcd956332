/** Six digits in two groups, as people read them aloud. */
export function pinDigits(pin: string): string {
  return pin.replace(/^(\d{3})(\d{3})$/, '$1 $2');
}
