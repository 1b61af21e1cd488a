const particles =
  'de|da|do|dos|das|di|del|della|der|den|van|von|zu|zur|la|le|el|al|bin|ibn|ben|y|e|ter|ten|af|st\\.';
/** A point belongs to initials; after a whole word it ends a sentence. */
const nameToken =
  "(?:(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.){0,3}|Jr\\.|Sr\\.|St\\.)|\\p{Lu}[\\p{L}\\p{M}]{0,30}(?:['’-]\\p{L}[\\p{L}\\p{M}]{0,30}){0,3})";

/** Two to four capitalised words, particles between them: "Maria de la Cruz", "J. R. O'Neil-Smith". */
export const latinNamePattern = `${nameToken}(?:\\s(?:(?:${particles})\\s){0,2}${nameToken}){1,3}`;

const titleNouns =
  '(?:president|vice[- ]president|director|secretary|head|chair|chairman|chairwoman|chairperson|professor|prof\\.|dean|rector|vice[- ]rector|pro[- ]rector|provost|chief|manager|minister|mayor|governor|senator|sen\\.|gov\\.|rep\\.|congressman|congresswoman|congressmember|ambassador|founder|co-founder|cofounder|partner|officer|executive|principal|chancellor|vice[- ]chancellor|commissioner|superintendent|coordinator|lead|leader|lecturer|researcher|scientist|engineer|fellow|consul|consul general|editor|spokesperson|spokesman|spokeswoman|curator|captain|coach|member|representative|treasurer|deputy|vice|general|counsellor|counselor|councillor|attorney|judge|justice|bishop|architect|analyst|adviser|advisor|administrator|trustee|registrar|librarian|conservator|expert|specialist|associate|assistant|senior|acting|managing|supervisor|inspector|academician|physician|surgeon|student|alumnus|alumna|artist|author|composer|conductor|economist|historian|physicist|chemist|biologist|owner|delegate|envoy|king|queen|prince|princess|premier|prime minister|chef|technician|harbour master|harbor master|(?:head|web|choir|concert|station|ring)?master|pilot|nurse|baker|farmer|teacher|instructor|apprentice|graduate|postgraduate|volunteer|trainer|organiser|organizer|host|reader|dramatist|playwright|sculptor|painter|photographer|musician|singer|pianist|violinist|mathematician|geologist|archaeologist|astronomer|oceanographer|veterinarian|pharmacist|midwife|lawyer|accountant|secretary[- ]general|warden|laureate|bursar|verger|chaplain|pastor|rabbi|imam|major|colonel|sergeant|lieutenant|admiral|commander)';

/** The noun of a title, with or without capitals; for patterns that tell capitals from small letters. */
export const titleNoun = titleNouns
  .replace(/(?<![\p{L}\\])\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
  .replace(/\)$/, '|C[A-Z]O)');

const notInNames = new Set(
  `the a an this that these those and or of for in on at by with from to as it he she they we our his her their its
  university universities college school institute institution academy faculty department office bureau ministry agency
  commission committee council board group company corporation corp inc ltd limited llc gmbh ag plc co bank foundation
  fund association society union federation party museum library hospital clinic centre center laboratory lab technologies
  technology technical polytechnic systems solutions services industries international national federal state states
  united kingdom republic province city county district region government congress senate house parliament court
  road street avenue building hall park bay river lake north south east west northern southern eastern western
  january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday act program programme project plan agreement strategy summit forum conference festival
  award prize day week year press news release media public relations affairs development business education science
  research medical health energy digital data cloud training talent innovation enterprise industry management
  headquarters network world global european american chinese african asian central memorandum understanding
  president vice director secretary head chairman chairwoman chair professor dean rector provost chief manager minister
  mayor governor senator ambassador founder officer executive principal chancellor commissioner deputy general
  superintendent mr mrs ms dr prof sen rep gov sir dame lord lady republicans democrats republican democrat
  new great today yesterday tomorrow when while after before during since if but also both all many most more here there
  what who how why where under over through about according however meanwhile finally additionally furthermore
  communist municipal strategic comprehensive cooperation ceremony`.split(/\s+/),
);

/** Whether a run of capitalised words can be somebody's name and not a place or an organisation. */
export function canBePersonName(name: string): boolean {
  const words = name.split(/\s+/);
  if (words.length < 2 || words.length > 6) return false;
  if (words.some((word) => notInNames.has(word.toLowerCase().replace(/[.,]$/, '')))) return false;
  const full = words.filter((word) => /^\p{Lu}/u.test(word));
  // "SZPT" or "ICT" is no name; a shouted surname ("Jean DUPONT") is.
  const shouted = full.filter(
    (word) => word.length > 1 && word === word.toUpperCase() && !word.endsWith('.'),
  );
  return (
    full.length >= 2 &&
    shouted.length < full.length &&
    !/\d/.test(name) &&
    !/^\p{Lu}{2,}$/u.test(words[0] ?? '')
  );
}
