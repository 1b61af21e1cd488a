/** A WordPress export: its head, the given items, its end. */
export function makeExport(items: readonly string[], head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Newsroom</title><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[mkeller]]></wp:author_login>
<wp:author_display_name><![CDATA[Maria Keller]]></wp:author_display_name></wp:author>
${head}${items.join('\n')}
</channel></rss>`;
}

export interface MadePost {
  readonly id: number;
  readonly title?: string;
  readonly content?: string;
  readonly status?: string;
  readonly type?: string;
  readonly date?: string;
  readonly dateGmt?: string;
  readonly more?: string;
}

export function post({
  id,
  title = `Post ${id}`,
  content = 'Text.',
  status = 'publish',
  type = 'post',
  date = '2022-08-04 23:30:00',
  dateGmt = '2022-08-05 03:30:00',
  more = '',
}: MadePost): string {
  return `<item><title><![CDATA[${title}]]></title><link>https://news.example.org/?p=${id}</link>
<dc:creator><![CDATA[mkeller]]></dc:creator><guid isPermaLink="false">https://news.example.org/?p=${id}</guid>
<content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${date}</wp:post_date><wp:post_date_gmt>${dateGmt}</wp:post_date_gmt>
<wp:status>${status}</wp:status><wp:post_parent>0</wp:post_parent><wp:post_type>${type}</wp:post_type>
<wp:post_password></wp:post_password>${more}</item>`;
}

export function attachment(
  id: number,
  parent: number,
  path: string,
  caption = '',
  alt = '',
): string {
  return `<item><title>a</title><guid>https://news.example.org/wp-content/uploads/${path}</guid>
<excerpt:encoded><![CDATA[${caption}]]></excerpt:encoded><wp:post_id>${id}</wp:post_id>
<wp:status>inherit</wp:status><wp:post_parent>${parent}</wp:post_parent><wp:post_type>attachment</wp:post_type>
<wp:attachment_url>https://news.example.org/wp-content/uploads/${path}</wp:attachment_url>
${meta('_wp_attached_file', path)}${alt === '' ? '' : meta('_wp_attachment_image_alt', alt)}</item>`;
}

export function meta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
}
