/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** UTF-8 bytes that every file system takes, with room for an ending of ours. */
const longest = 180;

/**
 * A relative path that can be made on any system and stays where it's put: no "..", no drive, no
 * characters that Windows refuses, no trailing dots. What is taken out becomes "_".
 */
export function safeRelativePath(name: string): string {
  const parts = name
    .normalize('NFC')
    .split(/[/\\]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .slice(-16)
    .map(safePart);
  return parts.length === 0 ? '_' : parts.join('/');
}

function safePart(part: string): string {
  const plain = part.replaceAll(/[\u0000-\u001f\u007f<>:"|?*]/g, '_').replace(/[. ]+$/, '');
  const named = plain === '' ? '_' : plain;
  return shortened(device.test(named) ? `_${named}` : named);
}

/** Its ending stays: people know a file by it. */
function shortened(part: string): string {
  if (Buffer.byteLength(part) <= longest) return part;
  const ending = /\.[^.]{1,10}$/.exec(part)?.[0] ?? '';
  let stem = part.slice(0, part.length - ending.length);
  while (Buffer.byteLength(stem) + Buffer.byteLength(ending) > longest) {
    stem = [...stem].slice(0, -1).join('');
  }
  return `${stem}${ending}`;
}
