import type { UndoableStep } from '../shared/release-history';

/** The menu's own way to name a step: short, as a verb, as menus do. */
interface StepNames {
  readonly undo: string;
  readonly redo: string;
  readonly nameStep: (verb: string, what: string) => string;
  /** `what` is a quoted name, or a number of things. */
  readonly steps: Readonly<Record<string, (what: string) => string>>;
  readonly releases: (count: number) => string;
  readonly partners: (count: number) => string;
}

const en: StepNames = {
  undo: 'Undo',
  redo: 'Redo',
  nameStep: (verb, what) => `${verb} ${what}`,
  steps: {
    'release:file': (what) => `Filing ${what}`,
    'release:import': (what) => `Import of ${what}`,
    'release:revise': (what) => `Edit of ${what}`,
    'release:edit-many': (what) => `Edit of ${what}`,
    'release:restore-revision': (what) => `Restoring a Version of ${what}`,
    'release:delete': (what) => `Move ${what} to Trash`,
    'release:restore': (what) => `Take ${what} out of Trash`,
    'partner:add': (what) => `New Partner ${what}`,
    'partner:revise': (what) => `Edit of Partner ${what}`,
    'partner:merge': (what) => `Merge into ${what}`,
    'pack:create': (what) => `New Press Pack ${what}`,
    'pack:revise': (what) => `Edit of Press Pack ${what}`,
    'pack:delete': (what) => `Delete Press Pack ${what}`,
    'archive:describe': () => 'Change of Institution',
  },
  releases: (count) => `${count} Releases`,
  partners: (count) => `${count} Partners`,
};

const zh: StepNames = {
  undo: '撤销',
  redo: '重做',
  nameStep: (verb, what) => `${verb}：${what}`,
  steps: {
    'release:file': (what) => `归档${what}`,
    'release:import': (what) => `导入${what}`,
    'release:revise': (what) => `编辑${what}`,
    'release:edit-many': (what) => `编辑${what}`,
    'release:restore-revision': (what) => `恢复${what}的较早版本`,
    'release:delete': (what) => `将${what}移到回收站`,
    'release:restore': (what) => `从回收站恢复${what}`,
    'partner:add': (what) => `添加合作机构${what}`,
    'partner:revise': (what) => `编辑合作机构${what}`,
    'partner:merge': (what) => `并入${what}`,
    'pack:create': (what) => `新建资料包${what}`,
    'pack:revise': (what) => `编辑资料包${what}`,
    'pack:delete': (what) => `删除资料包${what}`,
    'archive:describe': () => '修改本机构名称',
  },
  releases: (count) => ` ${count} 篇新闻稿`,
  partners: (count) => ` ${count} 个合作机构`,
};

const names = { en, zh } as const;
/** A menu as wide as a headline would be in the way. */
const longestName = 40;

/** "Undo Move 12 Releases to Trash"; the bare verb where there is nothing, or nobody knows what. */
export function undoLabel(
  language: 'en' | 'zh',
  direction: 'undo' | 'redo',
  step: UndoableStep | null,
): string {
  const own = names[language];
  const verb = own[direction];
  const phrase = step === null ? undefined : own.steps[step.action];
  if (step === null || phrase === undefined) return verb;
  return own.nameStep(verb, phrase(whatOf(own, step)));
}

function whatOf(own: StepNames, { action, count, name }: UndoableStep): string {
  if (count > 1 && action.startsWith('release:')) return own.releases(count);
  if (count > 1 && action === 'partner:add') return own.partners(count);
  const short = name.length > longestName ? `${name.slice(0, longestName).trimEnd()}…` : name;
  // Menus take a single ampersand for the mark of a key.
  return `“${short.replaceAll('&', '&&')}”`;
}
