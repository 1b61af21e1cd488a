/** What is kept of an `item` of a WordPress export, as it's written there; '' where nothing is. */
export interface WxrItem {
  readonly postId: string;
  readonly type: string;
  readonly status: string;
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly creator: string;
  /** `YYYY-MM-DD hh:mm:ss`, zeros where there is none. */
  readonly date: string;
  readonly dateGmt: string;
  readonly parentId: string;
  readonly password: string;
  readonly attachmentUrl: string;
  readonly content: string;
  readonly excerpt: string;
  readonly categories: readonly WxrCategory[];
  /** Only `_thumbnail_id`, `_wp_attachment_image_alt` and `_wp_attached_file`. */
  readonly meta: ReadonlyMap<string, string>;
  /** Whether a text was longer than a release can be. */
  readonly isCutOff: boolean;
}

export interface WxrCategory {
  readonly domain: string;
  readonly nicename: string;
  readonly name: string;
}
