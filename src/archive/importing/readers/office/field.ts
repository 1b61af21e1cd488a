/** The address of a link's field; '' of any other field. */
export function addressIn(instruction: string): string {
  const found = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(instruction);
  return (found?.[1] ?? found?.[2] ?? '').trim();
}
