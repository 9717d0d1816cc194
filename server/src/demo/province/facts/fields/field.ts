/**
 * What people write and decide in one field of government. Slots in braces are filled per paper: {d} a district,
 * {c} a commune, {y} the year ({y-1}, {y+1} its neighbours), {t} the month, {i:2-9} a count, {p:80-99} a percentage,
 * {m:5-90} an amount in billions of đồng.
 */
export type Field = {
  name: string;
  /** The departments that work in it, by full name. */
  units: string[];
  /** Legal bases, each without its closing mark. */
  basis: string[];
  results: string[];
  limits: string[];
  /** Sentences about one place, whose name is {D}. */
  places: string[];
  /** Verb phrases that fit after 'Giao Sở A chủ trì, phối hợp với Sở B' and in a list of tasks. */
  tasks: string[];
  /** Name, unit of measure, smallest and largest yearly figure for the whole province. */
  indicators: [string, string, number, number][];
};
