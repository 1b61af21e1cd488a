import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';

interface ParserData {
  micromarkExtensions?: unknown[];
  fromMarkdownExtensions?: unknown[];
}

/**
 * What bodies are written in: CommonMark with tables and strikethrough. A single ~ stands between
 * numbers in Chinese ("3~5 米") and strikes nothing through.
 */
export const syntaxExtensions = () => [gfmStrikethrough({ singleTilde: false }), gfmTable()];
export const treeExtensions = () => [gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()];

/** The same as a plugin of remark. */
export function bodySyntax(this: { data: () => unknown }): void {
  const data = this.data() as ParserData;
  (data.micromarkExtensions ??= []).push(...syntaxExtensions());
  (data.fromMarkdownExtensions ??= []).push(...treeExtensions());
}
