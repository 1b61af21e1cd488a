/** The legal form at the end of a firm's name: nothing but a firm has it. */
const legalForm =
  '(?:Co|Inc|Ltd|Limited|LLC|LLP|L\\.L\\.C|Corp|Corporation|PLC|Plc|plc|GmbH|gGmbH|mbH|AG|KG|KGaA|SE|AS|ASA|A\\/S|ApS|AB|Oy|Oyj|NV|N\\.V|BV|B\\.V|SA|S\\.A|SAS|SARL|SpA|S\\.p\\.A|SRL|S\\.r\\.l|Pte|Pty|Sdn|Bhd|Company|Holdings?)';

/** Short forms that are written with a point. */
const pointed = '(?:Co|Inc|Ltd|Corp|Pte|Pty|Sdn|L\\.L\\.C|N\\.V|B\\.V|S\\.A|S\\.p\\.A|S\\.r\\.l)';

/** "Northwind (Group) Co., Ltd.", "Tidemark GmbH & Co. KG": what may follow the words of a name. */
export const legalTail = `(?:\\s\\((?:Group|Holdings?|\\p{Lu}\\p{Ll}{2,14})\\)(?=,?\\s${legalForm}\\b))?(?:(?:(?<=\\b${pointed})\\.)?,?\\s(?:&\\s)?${legalForm}\\b)*(?:(?<=\\b${pointed})\\.)?`;

export const endsWithLegalForm = new RegExp(`\\s(?:\\((?:Group)\\)\\s)?${legalForm}\\.?$`, 'u');

/** Everything after "Northwind" in "Northwind Technologies (Group) Co., Ltd." */
export const corporateSuffix = new RegExp(
  `(?:,?\\s(?:\\(\\p{Lu}[\\p{L}\\s]{2,14}\\)|(?:&\\s)?${legalForm}|Technologies|Technology|Group|Bank)\\.?)+$`,
  'u',
);

const words =
  'University|Universities|Institute|Institut|College|School|Academy|Polytechnic|Group|Bank|Bureau|Ministry|Foundation|Association|Hospital|Museum|Gallery|Library|Theatre|Theater|Technologies|Technology|Commission|Agency|Council|Society|Union|Federation|Chamber|Embassy|Consulate|Authority|Directorate|Secretariat|Laboratory|Laboratories|Labs|Observatory|Systems|Solutions|Industries|Holdings|Partners|Pharma|Pharmaceuticals|Motors|Airlines|Railways|Electric|Energy|Robotics|Software|Networks|Media|Airways|Logistics|Shipping|Steel|Chemicals|Therapeutics|Instruments|Electronics|Semiconductors?|Telecom|Insurance|Capital|Ventures|Studios|Publishing|Trust|Fund|Centre|Center|Consortium|Organi[sz]ation|Committee|Government|Hochschule|Universität|Université|Universidad|Universidade|Università|Universiteit|Universitet|Stiftung';

/** Ends like an organisation's name: "Riverside University", "Harbour Bank". */
export const organisationWord = new RegExp(`\\b(?:${words}|${legalForm})\\b\\.?$`, 'u');

/** Names that open with the kind: "Ministry of Energy", "Université de Rocmare". */
export const organisationOpening =
  /^(?:(?:National|Royal|Federal|State|Chinese|European|International|Technical|Provincial|Municipal|\p{Lu}\p{Ll}+)\s){0,2}(?:University|Université|Universidad|Universidade|Università|Universität|Hochschule|Ministry|Bank|Bureau|Academy|Institute|Institut|College|Chamber|Directorate|Council|Association|Federation|Society|Embassy|Consulate(?: General)?|Port|Bureau|Commission|Museum|Foundation|Department)\s(?:of|for|de|des|du|della|di|do|da)\s/u;

export const hasOrganisationWord =
  /\b(?:University|Institute|College|Academy|Ministry|Bureau|Department|Office|Council|Association|Foundation|Society)\b/;

/** A name can't go on behind these before "and": two organisations stand there. */
export const endsName = new RegExp(`\\b(?:${words}|${legalForm})\\b\\.?,?$`, 'u');
