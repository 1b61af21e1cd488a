import { Fragment } from 'react';

const han = /\p{Script=Han}/u;
const isWord = /^[\p{L}\p{N}]/u;
/** Words that lean on the one before them: no line begins with one. */
const leaning = new Set('的 地 得 了 着 过 吗 呢 吧 们 等 号 年 月 日 个'.split(' '));

let segmenter: Intl.Segmenter | undefined;

/** A Chinese text in pieces between which a line may be broken; together they are the text. */
export function hanPieces(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const pieces: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = pieces.at(-1);
    // Around signs and spaces the browser knows by itself where a line may end.
    const begins = isWord.test(segment) && !leaning.has(segment);
    if (last === undefined || (begins && isWord.test(last.slice(-1)))) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}

/** A text in large letters: where it is Chinese, its lines end where words do. */
export function HanWords({ text }: { readonly text: string }) {
  if (!han.test(text)) return text;
  return (
    <span className="han-words">
      {hanPieces(text).map((piece, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </span>
  );
}
