import { answers, type Choice, type Vote } from '@nghisu/shared/votes/votes.records.ts';
import { choicesOf } from '@nghisu/shared/votes/votes.rules.ts';
import { votesWords } from './votes.messages.ts';

const isAnswer = (choice: Choice): choice is (typeof answers)[number] =>
  (answers as readonly string[]).includes(choice);

/** What a choice is called: an answer of the law in the reader's language, or the label of an option. */
export const choiceName = (vote: Pick<Vote, 'options'>, choice: Choice): string =>
  isAnswer(choice)
    ? votesWords.answers[choice]
    : (vote.options.find(option => option.id === choice)?.label ?? '');

/** The choices of a vote with their names, in their order. */
export const namedChoices = (vote: Vote): { choice: Choice; name: string }[] =>
  choicesOf(vote).map(choice => ({ choice, name: choiceName(vote, choice) }));
