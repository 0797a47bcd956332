export const pinLength = 6;

/** The digits of what somebody typed or pasted, at most six: spaces, dashes and a whole sentence around them do no harm. */
export function pinDigits(text: string): string {
  return text.replace(/\D/g, '').slice(0, pinLength);
}

/** As people read a pin aloud: 482 913. */
export function spacedPin(text: string): string {
  return pinDigits(text).replace(/^(\d{3})(?=\d)/, '$1 ');
}
