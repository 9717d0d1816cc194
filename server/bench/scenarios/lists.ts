import pg from 'pg';
import { Child } from '../measure/child.ts';
import { compared, errors, median, type Row } from '../measure/report.ts';
import { fillAssignments, inventOffice, type Office, words } from '../product/assignments.ts';
import { monitorOf } from '../product/meeting.ts';
import { RunningProduct } from '../product/product.ts';
import type { Options } from './options.ts';

/** A province's year at the events of a whole run. */
const assignmentsPerEvent = 333;

/** One question: the address that the product is asked, and the query that somebody would write by hand. */
type Question = {
  readonly title: string;
  readonly address: string;
  readonly sql: string;
  readonly values: unknown[];
};

const order = `order by coalesce(due_date, 'infinity'::date), id limit 50`;

const listQuestions = ({ owners, units }: Office): Question[] => [
  {
    title: 'mine',
    address: 'scope=mine',
    sql: `select * from assignments where responsible_id = $1 ${order}`,
    values: [owners[0]],
  },
  {
    title: 'of a unit',
    address: `unit=${units[3]}`,
    sql: `select * from assignments where lead_unit_id = $1 ${order}`,
    values: [units[3]],
  },
  { title: 'all', address: '', sql: `select * from assignments ${order}`, values: [] },
];

const matching = `select * from assignments where to_tsvector('simple', folded) @@ to_tsquery('simple', $1) ${order}`;

const searchQuestions = (): Question[] => [
  { title: 'a rare word', address: `text=${words.rare}`, sql: matching, values: [`${words.rare}:*`] },
  {
    title: 'two common words',
    address: `text=${words.common}+${words.other}`,
    sql: matching,
    values: [`${words.common} & ${words.other}:*`],
  },
];

/** Pages of the assignment list over HTTP, beside the query by hand and an answer of the same bytes. */
export const lists = (options: Options): Promise<Row[]> => ask('lists', options, listQuestions, 1.3, 1.5);

/** The search in the texts of assignments, beside the query by hand, which asks nobody's rights. */
export const search = (options: Options): Promise<Row[]> => ask('search', options, searchQuestions, 1.5, 3);

/** `participants` of the options is how many province years there are in the end. */
async function ask(
  scenario: string,
  options: Options,
  questionsOf: (office: Office) => Question[],
  target: number,
  growth: number,
): Promise<Row[]> {
  const product = await RunningProduct.start();
  const express = new Child(new URL('../anchors/page.child.ts', import.meta.url));
  const database = new pg.Client({ connectionString: product.connectionString });
  await database.connect();
  try {
    const { personId, cookie } = await monitorOf(product.connectionString);
    const office = inventOffice(personId);
    const questions = questionsOf(office);
    const asking = new Asking(product, express, database, cookie, await express.ask<string>('start'));
    const year = options.events * assignmentsPerEvent;
    const times = options.repetitions * 8;
    await fillAssignments(database, office, year);
    const small = await asking.all(questions, times);
    await fillAssignments(database, office, year * options.participants);
    const large = await asking.all(questions, times);
    const about = { scenario, participants: options.participants };
    return questions.flatMap(({ title }, at) => rowsOf(about, title, small[at]!, large[at]!, target, growth));
  } finally {
    await database.end();
    await express.stop();
    await product.stop();
  }
}

/** Milliseconds at the median, and how many assignments were not those of the query by hand. */
type Timing = { product: number; anchor: number; wrong: number };

class Asking {
  readonly #product: RunningProduct;
  readonly #express: Child;
  readonly #database: pg.Client;
  readonly #cookie: string;
  readonly #page: string;

  constructor(product: RunningProduct, express: Child, database: pg.Client, cookie: string, page: string) {
    this.#product = product;
    this.#express = express;
    this.#database = database;
    this.#cookie = cookie;
    this.#page = page;
  }

  async all(questions: readonly Question[], times: number): Promise<Timing[]> {
    const timings: Timing[] = [];
    for (const question of questions) timings.push(await this.#one(question, times));
    return timings;
  }

  async #one({ address, sql, values }: Question, times: number): Promise<Timing> {
    const url = `${this.#product.origin}/api/assignments?${address}`;
    const list = () => fetch(url, { headers: { cookie: this.#cookie } }).then(answer => answer.text());
    const query = () => this.#database.query(sql, values);
    const body = await list();
    await this.#express.ask('answerWith', { body });
    const page = () => fetch(this.#page).then(answer => answer.text());
    const [listed, byHand, plain] = [[], [], []] as [number[], number[], number[]];
    // Each in turn, the first rounds for the compilers and caches.
    for (let at = -5; at < times; at += 1) {
      const measured = [await time(list), await time(query), await time(page)] as const;
      if (at < 0) continue;
      listed.push(measured[0]);
      byHand.push(measured[1]);
      plain.push(measured[2]);
    }
    const found = (JSON.parse(body) as { items: { id: string }[] }).items.map(({ id }) => id);
    const expected = (await query()).rows.map(row => row.id as string);
    const wrong = expected.filter((id, index) => found[index] !== id).length;
    return {
      product: median(listed),
      anchor: median(byHand) + median(plain),
      wrong: wrong + Math.abs(found.length - expected.length),
    };
  }
}

async function time(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

function rowsOf(
  about: Pick<Row, 'scenario' | 'participants'>,
  title: string,
  small: Timing,
  large: Timing,
  target: number,
  growth: number,
): Row[] {
  const row = (metric: string, product: number, anchor: number | null) => ({
    ...about,
    metric,
    product,
    anchor,
  });
  return [
    compared(row(`${title}: HTTP p50, ms, one year`, small.product, small.anchor), target),
    compared(row(`${title}: HTTP p50, ms, ${about.participants} years`, large.product, large.anchor), target),
    compared(row(`${title}: ${about.participants} years beside one`, large.product, small.product), growth),
    errors(row(`${title}: not what the query by hand finds`, small.wrong + large.wrong, null)),
  ];
}
