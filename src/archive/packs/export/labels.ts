import type { IsoDate, ReleaseLanguage } from '../../../shared/release';

/** The fixed words of a pack's pages and texts. */
export interface Labels {
  readonly pressPack: string;
  readonly contents: string;
  readonly published: string;
  readonly event: string;
  readonly partners: string;
  readonly people: string;
  readonly text: string;
  readonly photo: string;
  readonly photos: string;
  readonly contact: string;
  readonly caption: string;
  readonly credit: string;
  readonly file: string;
  readonly release: string;
  readonly plainText: string;
  readonly untitled: string;
  readonly draft: string;
  readonly draftNotice: string;
  readonly withdrawn: string;
  readonly withdrawnNotice: string;
  readonly colon: string;
  readonly listSeparator: string;
}

const english: Labels = {
  pressPack: 'Press pack',
  contents: 'Contents',
  published: 'Published',
  event: 'Event',
  partners: 'Partners',
  people: 'People',
  text: 'Text',
  photo: 'Photo',
  photos: 'Photos',
  contact: 'Media contact',
  caption: 'Caption',
  credit: 'Credit',
  file: 'File',
  release: 'Release',
  plainText: 'Plain text',
  untitled: 'Untitled release',
  draft: 'Draft',
  draftNotice: 'This is a draft. It has not been published and must not be quoted.',
  withdrawn: 'Withdrawn',
  withdrawnNotice: 'This release has been withdrawn. It must not be used.',
  colon: ': ',
  listSeparator: ', ',
};

const chinese: Labels = {
  pressPack: '新闻资料包',
  contents: '目录',
  published: '发布日期',
  event: '活动日期',
  partners: '合作伙伴',
  people: '人物',
  text: '文',
  photo: '图',
  photos: '图片',
  contact: '媒体联系',
  caption: '图片说明',
  credit: '署名',
  file: '文件',
  release: '新闻稿',
  plainText: '纯文本',
  untitled: '无标题新闻稿',
  draft: '草稿',
  draftNotice: '此稿为草稿，尚未发布，不得引用。',
  withdrawn: '已撤回',
  withdrawnNotice: '此稿已撤回，不得使用。',
  colon: '：',
  listSeparator: '、',
};

export function labelsFor(language: ReleaseLanguage): Labels {
  return language === 'zh' ? chinese : english;
}

/** The language of the cover: that of its title, as a pack may hold releases in both. */
export function coverLanguage(title: string): 'en' | 'zh' {
  return /\p{Script=Han}/u.test(title) ? 'zh' : 'en';
}

/** "4 August 2026", "2026年8月4日". */
export function longDate(date: IsoDate, language: ReleaseLanguage): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(day);
}
