/** A thing without some of its fields. */
export function bare<T extends object, K extends keyof T>(thing: T, ...fields: K[]): Omit<T, K> {
  const copy = { ...thing };
  for (const field of fields) delete copy[field];
  return copy;
}
