const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平索宣晋初门云容敬扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利居揭干尉冶斯元束檀衣展阴昝智幸奉植衡富尧闭'.split(
    '',
  ),
);
const compoundSurname =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫|独孤|佐藤|铃木|高桥|田中|渡边|伊藤|山本|中村|小林|加藤|吉田|山田|佐佐木|山口|松本|井上|木村|清水|斋藤|石川|桥本|森田|藤田|冈田)/u;
/** What follows a name in running text: a mark, a verb of speech or presence, a particle. */
const afterName =
  /^(?:$|[\s、,，。.;；:：()（）"“”《!?]|说|表示|指出|介绍|强调|认为|透露|宣布|希望|出席|致辞|致词|讲话|主持|参加|发言|代表|带领|率|一行|分别|先后|共同|等|在|与|和|及|以及|向|对|为|就|从|回顾|详细|首先|作|陪同|会见|来|到|赴|签|同志|教授|博士|先生|女士|院士|老师|的|也|还|则|围绕|结合|感谢|欢迎|总结|汇报|摄|谈|受邀|应邀|担任|主讲|荣|获|讲|阐述|提出|要求|充分|高度|热烈|简要|重点|致|热情)/u;
const verbAfterName =
  /^(?:说|表示|指出|介绍|强调|认为|透露|宣布|希望|出席|致辞|致词|讲话|主持|参加|发言|代表|带领|率|一行|分别|先后|共同|等|在|与|和|及|以及|向|对|陪同|会见|作了|同志|教授|博士|先生|女士|院士|老师|的|围绕)/u;

const foreignName = new RegExp(
  `^\\p{Script=Han}{1,6}(?:·\\p{Script=Han}{1,8}?)+(?=${afterName.source.slice(1)})`,
  'u',
);

/**
 * The length of the Chinese personal name at the start of `text`, 0 where there is none: a surname
 * and one or two further characters, before something that can follow a name.
 */
export function hanNameLength(text: string): number {
  const foreign = foreignName.exec(text)?.[0].length ?? 0;
  if (foreign > 0) return foreign;
  const surname = compoundSurname.exec(text)?.[0].length ?? (surnames.has(text[0] ?? '') ? 1 : 0);
  if (surname === 0) return 0;
  const isName = (length: number) =>
    /^[\p{Script=Han}某]+$/u.test(text.slice(0, length)) && text.length >= length;
  const shorter = surname + 1;
  const longer = surname + 2;
  if (isName(shorter) && verbAfterName.test(text.slice(shorter)) && !isName3(text, longer))
    return shorter;
  if (isName(longer) && afterName.test(text.slice(longer))) return longer;
  return isName(shorter) && afterName.test(text.slice(shorter)) ? shorter : 0;
}

/** Words that look like a name and stand before titles. */
const noName =
  /^(?:公司|项目|时任|高级|中级|全体|和|方面|广大|华东|华南|华北|华中|宣传|组织|安全|党总支|文学|国际|单位|金融|设计|程序|万名|余名|成员|支部|温州|金华|包头|常州|石家庄|章程|师范|施工|管理|车间|计算|成立|段|常务|任命|聘任|时|于|从|向|关于|对于|经|经过|明确)$/u;
/** What can stand before a name: the person's place among others, or a word of the sentence. */
const beforeName =
  /(?:^|[^\p{Script=Han}]|[我该本全][校院司局]|代表|专家|嘉宾|老师|教师|名师|学者|[校院系司局部处厅馆社会]|集团|中心|的|由|与|和|及|向|请|邀|聘|谢|迎|同志|主任|对|为|随后|其中|同时|最后|会上)$/u;

/** The length of the name at the end of `text`, right before somebody's title; 0 for none. */
export function hanNameLengthBefore(text: string): number {
  for (const length of [4, 3, 2]) {
    const name = text.slice(-length);
    if (name.length < length || !/^\p{Script=Han}+$/u.test(name) || noName.test(name)) continue;
    const isCompound = compoundSurname.test(name);
    const starts = isCompound ? length > 2 : length < 4 && surnames.has(name[0] ?? '');
    if (starts && beforeName.test(text.slice(0, -length))) return length;
  }
  return 0;
}

/** "李和平表示": a name can hold a character that elsewhere is a particle. */
function isName3(text: string, length: number): boolean {
  return (
    /^[和与向等在对及的]/u.test(text.slice(length - 1)) &&
    /^(?:说|表示|指出|介绍|强调|认为|、|,|，|。)/u.test(text.slice(length))
  );
}
