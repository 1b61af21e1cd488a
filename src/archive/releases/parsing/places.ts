const names = `
afghanistan albania algeria america angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus
belgium bolivia botswana brazil britain bulgaria cambodia cameroon canada chile china colombia croatia cuba cyprus
czechia denmark ecuador egypt england estonia ethiopia europe finland france georgia germany ghana greece hungary
iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kuwait laos latvia
lebanon libya lithuania luxembourg malaysia malta mexico moldova mongolia morocco mozambique myanmar namibia nepal
netherlands nicaragua nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar
romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria
taiwan tanzania thailand tunisia turkey uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe
africa asia oceania eurasia
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario quebec
amsterdam ankara athens baghdad bangkok barcelona basel beijing berlin bern bonn boston brussels budapest cairo chengdu
chicago chongqing cologne copenhagen dalian dallas denver detroit dongguan dubai dublin edinburgh florence foshan
frankfurt fujian fuzhou gansu geneva glasgow guangdong guangxi guangzhou guiyang guizhou hainan hamburg hangzhou hanoi
harbin hebei hefei heilongjiang helsinki henan houston hubei hunan istanbul jakarta jiangsu jiangxi jilin jinan kiev
kunming kyiv kyoto leipzig liaoning linhai lisbon liverpool london luxembourg lyon macao macau madrid manchester
manila melbourne miami milan montreal moscow mumbai munich nairobi nanchang nanjing nanning ningbo ningxia osaka oslo
ottawa paris philadelphia porto prague qingdao qinghai riga rome rotterdam salzburg seattle seoul shaanxi shandong
shanghai shanxi shenyang shenzhen sichuan stockholm stuttgart suzhou sydney taipei taizhou tallinn tianjin tibet tokyo
toronto turin urumqi vancouver venice vienna vilnius warsaw wenzhou wuhan wuxi xiamen xian xinjiang yunnan zhejiang
zhengzhou zhuhai zurich
hong-kong new-york new-zealand new-delhi new-jersey new-mexico new-hampshire north-carolina south-carolina
north-dakota south-dakota west-virginia rhode-island san-francisco los-angeles las-vegas south-korea north-korea
south-africa sri-lanka saudi-arabia costa-rica puerto-rico united-states united-kingdom united-arab-emirates
greater-bay-area guangdong-hong-kong-macao-greater-bay-area capitol-hill middle-east latin-america silicon-valley
european-union world-war czech-republic northern-ireland salt-lake-city cape-town rio-de-janeiro buenos-aires`;

const places: ReadonlySet<string> = new Set(names.trim().split(/\s+/));

/** Whether an English name is that of a country, a province or a large city. */
export function isPlace(name: string): boolean {
  return places.has(
    name
      .toLowerCase()
      .replaceAll(/[.']/g, '')
      .replaceAll(/[\s-]+/g, '-'),
  );
}

const hanPlace =
  /^(?:中国|北京|上海|天津|重庆|深圳|广州|广东|浙江|江苏|山东|四川|湖北|湖南|河南|河北|福建|安徽|江西|陕西|山西|辽宁|吉林|黑龙江|云南|贵州|广西|海南|甘肃|青海|宁夏|新疆|西藏|内蒙古|香港|澳门|台湾|杭州|南京|武汉|成都|西安|苏州|宁波|厦门|青岛|大连|台州|临海|日本|德国|法国|英国|美国|俄罗斯|韩国|新加坡|马来西亚|泰国|越南|印度|印尼|印度尼西亚|澳大利亚|新西兰|加拿大|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|瑞典|挪威|芬兰|丹麦|奥地利|波兰|匈牙利|捷克|希腊|土耳其|埃及|南非|肯尼亚|尼日利亚|巴西|阿根廷|智利|墨西哥|哈萨克斯坦|乌兹别克斯坦|巴基斯坦|老挝|柬埔寨|缅甸|菲律宾|以色列|爱尔兰|白俄罗斯)(?:省|市|区|县|自治区)?$/;

/** Whether a Chinese name is that of a province or a large city. */
export function isHanPlace(name: string): boolean {
  return hanPlace.test(name) || /^[\p{Script=Han}]{2,4}[省市区县镇村]$/u.test(name);
}

const ofPlace =
  /(?<!\p{L})(\p{Lu}\p{Ll}+)\s(?:Municipal|Provincial|City|District|County|Province|Prefecture|Town)\b|\b(?:Mayor|Governor|City|Province|Municipality|Prefecture|District|County|Town)\sof\s(\p{Lu}\p{Ll}+)/gu;

/** Places that only the text itself tells to be some: "Mayor of Calder", "Calder Municipal …". */
export function placesNamedIn(folded: string): ReadonlySet<string> {
  return new Set([...folded.matchAll(ofPlace)].map((match) => match[1] ?? match[2] ?? ''));
}
