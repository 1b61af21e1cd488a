/** How a picture of the export is named in the HTML that is made here. */
export function pictureAddress(id: string): string {
  return `upload:${id}`;
}

const gallery = /\[gallery(\s[^\][]{0,2000})?\]/g;
const embed = /\[embed(?:\s[^\][]{0,500})?\]([^\][]{0,2000})\[\/embed\]/g;
/** Players, which show nothing on paper, and the frames of page builders, whose content stays. */
const frames =
  /\[\/?(?:audio|video|playlist|wp_caption_text|vc_\w+|et_pb_\w+|fusion_\w+|av_\w+|mk_\w+|su_\w+|row|column|columns|one_half|one_third|two_third|clear|toc)(?:\s[^\][]{0,2000})?\]/g;

/** A post without the shortcodes that a page would turn into something else; `attached` are its pictures. */
export function withoutShortcodes(content: string, attached: readonly string[]): string {
  return content
    .replaceAll(gallery, (_, attributes: string | undefined) => {
      const ids = /\bids\s*=\s*["']?([\d\s,]+)/.exec(attributes ?? '')?.[1];
      const shown = ids === undefined ? attached : ids.split(',').map((id) => id.trim());
      const images = shown.filter((id) => /^\d+$/.test(id)).map(imageOf);
      return `\n\n${images.join('\n\n')}\n\n`;
    })
    .replaceAll(embed, '\n\n$1\n\n')
    .replaceAll(frames, '\n\n');
}

function imageOf(id: string): string {
  return `<figure><img src="${pictureAddress(id)}"></figure>`;
}
