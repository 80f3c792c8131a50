/** Invented names: built from syllables that form no real firm's name, under a domain that can never exist. */
const FIRST = 'Zor Quib Mirl Vax Thren Blim Oz Drav Plon Yev Grunt Snel Fyr Klom Wib Jask Trum Huz Nerv Eld'.split(' ');
const SECOND = (
  'adax owick umble izzen orvik aplund ettle ooma ingle asko uffin elvar otch yndra abrok umpf ezzo illow ' +
  'ongar iptra'
).split(' ');
const TRADE = (
  'Robotics Logistics Bakeries Optics Textiles Software Instruments Foods Energy Clinics Timber Travel ' +
  'Printing Ceramics Water Freight Learning Media Tools Gardens Marine Insurance Packaging Acoustics'
).split(' ');

const FORENAMES = (
  'Ada Ben Carla Dan Elif Felix Grace Hugo Ines Jonas Kim Luca Mina Noah Olga Paul Rosa Sami Tara Uma Viktor ' +
  'Wanda Yusuf Zoe'
).split(' ');

const COMBINATIONS = FIRST.length * SECOND.length * TRADE.length;
/** Shares no factor with COMBINATIONS, so that stepping by it visits every combination once before any repeats. */
const STRIDE = 5_933;

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

export interface CompanyName {
  readonly name: string;
  /** Under `.example`, which is reserved and never resolves. */
  readonly domain: string;
}

/** The `index`th company's name: no two indexes share one. */
export function companyName(index: number, offset: number): CompanyName {
  const place = ((index % COMBINATIONS) * STRIDE + offset) % COMBINATIONS;
  const round = Math.floor(index / COMBINATIONS);
  const trade = at(TRADE, place);
  const stem = surname(Math.floor(place / TRADE.length));
  const number = round === 0 ? '' : String(round + 1);
  return {
    name: [stem, trade, number].filter((part) => part !== '').join(' '),
    domain: `${stem}-${trade}${number}.example`.toLowerCase(),
  };
}

/** An invented family name. */
export const surname = (index: number): string => at(FIRST, Math.floor(index / SECOND.length)) + at(SECOND, index);

export const forename = (index: number): string => at(FORENAMES, index);
