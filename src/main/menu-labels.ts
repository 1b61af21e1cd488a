/** The menu's words; the window's own are in the renderer's language files. */
const en = {
  file: 'File',
  newRelease: 'New Release…',
  newPack: 'New Press Pack',
  openArchive: 'Open Archive…',
  closeArchive: 'Close Archive',
  institution: 'Institution…',
  verifyArchive: 'Check Archive…',
  edit: 'Edit',
  find: 'Find',
  release: 'Release',
  editRelease: 'Edit Release',
  addToPack: 'Add to Press Pack…',
  deleteRelease: 'Move to Trash',
  view: 'View',
  appearance: 'Appearance',
  themeSystem: 'As the System',
  themeLight: 'Light',
  themeDark: 'Dark',
  language: 'Language',
  window: 'Window',
};

const zh: typeof en = {
  file: '文件',
  newRelease: '新建新闻稿…',
  newPack: '新建媒体资料包',
  openArchive: '打开档案库…',
  closeArchive: '关闭档案库',
  institution: '机构信息…',
  verifyArchive: '检查档案库…',
  edit: '编辑',
  find: '查找',
  release: '新闻稿',
  editRelease: '编辑新闻稿',
  addToPack: '加入媒体资料包…',
  deleteRelease: '移到回收站',
  view: '显示',
  appearance: '外观',
  themeSystem: '跟随系统',
  themeLight: '浅色',
  themeDark: '深色',
  language: '语言',
  window: '窗口',
};

export type MenuLabels = typeof en;
export const menuLabels: Readonly<Record<'en' | 'zh', MenuLabels>> = { en, zh };
