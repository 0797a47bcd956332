/** Characters as the server counts them: Unicode code points, so that an emoji is one and not two. */
export function lengthOf(text: string): number {
  return [...text].length;
}
