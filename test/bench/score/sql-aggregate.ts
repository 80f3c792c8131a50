/**
 * The bare aggregate that scoring is held against: twelve aggregates a company over a plain table of ten columns, in SQL, over two kinds of columns, and as typed
 * arrays over rows sorted by company, which is the bound of what Node can do.
 */
import pg from 'pg';

/** Rows a company, as the made accounts have records. */
const ROWS_A_COMPANY = 50;
const FIRST_AT = Date.UTC(2024, 10, 2);
const SPAN_MS = 731 * 86_400_000;
/** What is "late" or "lately" in the aggregates, ms. */
const LATELY_FROM = FIRST_AT + SPAN_MS / 2;
const AGGREGATES = 12;

export interface BareAggregate {
  readonly rows: number;
  /** By columns, in the order of `COLUMNS`. */
  readonly inSql: readonly {
    readonly columns: string;
    /** With as many workers as PostgreSQL starts by itself, and how many that were; and without any. */
    readonly parallel: { readonly seconds: number; readonly workers: number };
    readonly serial: { readonly seconds: number };
  }[];
  readonly typedArrays: { readonly seconds: number };
}

/** How the ten columns of a row `n` are kept, and what the aggregate compares them with. */
interface Columns {
  readonly name: string;
  readonly make: string;
  readonly since: string;
  readonly type: (number: number) => string;
  readonly lowest: string;
  readonly someOwners: string;
  /** A moment as ms. */
  readonly ms: (moment: string) => string;
}

const AT_SECONDS = `(${FIRST_AT / 1000} + n * 7368787 % ${SPAN_MS / 1000})`;
const REST = 'n % 3 = 0 as closed, n % 5 = 0 as won, (n * 17 % 40)::integer as days, (n * 13 % 11)::integer as value';

/** Made in the database by arithmetic, so that each value is a whole number that a double holds. */
const COLUMNS: readonly Columns[] = [
  {
    name: 'as a table has them: text, numeric, timestamptz',
    make: `(n / ${ROWS_A_COMPANY})::text as company, 'type ' || n % 9 as type, to_timestamp(${AT_SECONDS}) as at,
      (n * 31 % 1000)::numeric as amount, ${REST}, (n % 20)::text as owner, 'priority ' || n * 7 % 4 as priority`,
    since: `to_timestamp(${LATELY_FROM / 1000})`,
    type: (number) => `'type ${number}'`,
    lowest: `'priority 0'`,
    someOwners: `owner in ('0', '1', '2', '3', '4')`,
    ms: (moment) => `extract(epoch from ${moment}) * 1000`,
  },
  {
    name: 'packed: whole numbers and doubles alone',
    make: `(n / ${ROWS_A_COMPANY})::integer as company, (n % 9)::integer as type, ${AT_SECONDS} * 1000 as at,
      (n * 31 % 1000)::float8 as amount, ${REST}, (n % 20)::integer as owner, (n * 7 % 4)::integer as priority`,
    since: String(LATELY_FROM),
    type: String,
    lowest: '0',
    someOwners: 'owner in (0, 1, 2, 3, 4)',
    ms: (moment) => moment,
  },
];

const makeTable = ({ make }: Columns, rows: number): string =>
  `create table bare as select ${make} from generate_series(0::bigint, ${rows - 1}::bigint) n`;

const aggregate = ({ since, type, lowest, someOwners }: Columns): string =>
  `select company, count(*) as c1, sum(amount) as c2, min(at) as c3, max(at) as c4, count(*) filter (where closed) as c5,
  sum(amount) filter (where won) as c6, count(*) filter (where type = ${type(3)} and not closed) as c7,
  max(at) filter (where type = ${type(5)}) as c8, sum(days) as c9, max(days) filter (where closed) as c10,
  count(*) filter (where at >= ${since} and priority = ${lowest}) as c11, min(value) filter (where ${someOwners}) as c12
  from bare group by company`;

/** Each twice, for the first reading fills the caches. @throws Error where SQL and Node do not agree on every value. */
export async function measureBareAggregate(databaseUrl: string, companies: number): Promise<BareAggregate> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const rows = companies * ROWS_A_COMPANY;
    const inNode = aggregateRows(columnsOf(rows), companies);
    const startedAt = performance.now();
    aggregateRows(inNode.columns, companies);
    const seconds = (performance.now() - startedAt) / 1_000;
    const inSql: BareAggregate['inSql'][number][] = [];
    for (const columns of COLUMNS) {
      await client.query('drop table if exists bare');
      await client.query(makeTable(columns, rows));
      await client.query('vacuum analyze bare');
      await client.query('reset max_parallel_workers_per_gather');
      const parallel = await explained(client, columns);
      await client.query('set max_parallel_workers_per_gather = 0');
      const serial = await explained(client, columns);
      await compare(client, columns, inNode.result, companies);
      inSql.push({ columns: columns.name, parallel, serial });
    }
    return { rows, inSql, typedArrays: { seconds } };
  } finally {
    await client.end();
  }
}

/** The time of the second run, as the server tells it: nothing is sent, for sending 12 values a company is not aggregating. */
async function explained(client: pg.Client, columns: Columns): Promise<{ seconds: number; workers: number }> {
  const explain = `explain (analyze, timing off, format json) ${aggregate(columns)}`;
  await client.query(explain);
  const { rows } = await client.query<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(explain);
  const plan = rows[0]?.['QUERY PLAN'][0];
  const workers = /"Workers Launched": ?(\d+)/.exec(JSON.stringify(plan))?.[1];
  return { seconds: (plan?.['Execution Time'] ?? Number.NaN) / 1_000, workers: Number(workers ?? 0) };
}

/** The ten columns of the table, in its order: by company. */
function columnsOf(rows: number) {
  const columns = {
    company: new Int32Array(rows),
    type: new Int32Array(rows),
    at: new Float64Array(rows),
    amount: new Float64Array(rows),
    closed: new Uint8Array(rows),
    won: new Uint8Array(rows),
    days: new Int32Array(rows),
    owner: new Int32Array(rows),
    value: new Int32Array(rows),
    priority: new Int32Array(rows),
  };
  for (let n = 0; n < rows; n += 1) {
    columns.company[n] = Math.floor(n / ROWS_A_COMPANY);
    columns.type[n] = n % 9;
    columns.at[n] = FIRST_AT + ((n * 7_368_787) % (SPAN_MS / 1000)) * 1000;
    columns.amount[n] = (n * 31) % 1000;
    columns.closed[n] = Number(n % 3 === 0);
    columns.won[n] = Number(n % 5 === 0);
    columns.days[n] = (n * 17) % 40;
    columns.owner[n] = n % 20;
    columns.value[n] = (n * 13) % 11;
    columns.priority[n] = (n * 7) % 4;
  }
  return columns;
}

/** NaN: no row counts, as SQL's null. */
function aggregateRows(columns: ReturnType<typeof columnsOf>, companies: number) {
  const { company, type, at, amount, closed, won, days, owner, value, priority } = columns;
  const result = new Float64Array(companies * AGGREGATES);
  const rows = company.length;
  let row = 0;
  for (let one = 0; one < companies; one += 1) {
    let [count, sum, first, last, ended, ofWon, open, latest] = [
      0,
      0,
      Infinity,
      -Infinity,
      0,
      Number.NaN,
      0,
      Number.NaN,
    ];
    let [allDays, mostDays, lately, least] = [0, Number.NaN, 0, Number.NaN];
    for (; row < rows && company[row] === one; row += 1) {
      const [moment, money, isClosed] = [at[row] ?? 0, amount[row] ?? 0, closed[row] === 1];
      count += 1;
      sum += money;
      if (moment < first) first = moment;
      if (moment > last) last = moment;
      if (isClosed) ended += 1;
      if (won[row] === 1) ofWon = Number.isNaN(ofWon) ? money : ofWon + money;
      if (type[row] === 3 && !isClosed) open += 1;
      if (type[row] === 5 && !(latest >= moment)) latest = moment;
      allDays += days[row] ?? 0;
      if (isClosed && !(mostDays >= (days[row] ?? 0))) mostDays = days[row] ?? 0;
      if (moment >= LATELY_FROM && priority[row] === 0) lately += 1;
      if ((owner[row] ?? 0) < 5 && !(least <= (value[row] ?? 0))) least = value[row] ?? 0;
    }
    result.set(
      [count, sum, first, last, ended, ofWon, open, latest, allDays, mostDays, lately, least],
      one * AGGREGATES,
    );
  }
  return { columns, result };
}

async function compare(client: pg.Client, columns: Columns, result: Float64Array, companies: number): Promise<void> {
  const { ms } = columns;
  const { rows } = await client.query<(string | number | null)[]>({
    text: `select c1, c2, ${ms('c3')}, ${ms('c4')}, c5, c6, c7, ${ms('c8')}, c9, c10, c11, c12
      from (${aggregate(columns)}) of order by company::integer`,
    rowMode: 'array',
  });
  if (rows.length !== companies) throw new Error(`SQL tells of ${rows.length} companies, not ${companies}.`);
  rows.forEach((values, company) => {
    values.forEach((value, index) => {
      const ours = result[company * AGGREGATES + index];
      const theirs = value === null ? Number.NaN : Number(value);
      if (!Object.is(ours, theirs))
        throw new Error(`Company ${company}, aggregate ${index + 1}: ${theirs} in SQL, ${ours} in Node.`);
    });
  });
}
