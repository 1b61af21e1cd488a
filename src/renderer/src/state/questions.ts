import { create } from 'zustand';

/** A question that stops the person until it is answered. */
export interface Question {
  readonly title: string;
  /** Several texts are paragraphs. */
  readonly text: string | readonly string[];
  readonly answers: readonly Answer[];
  /** What Esc means. */
  readonly escape: string;
}

interface Answer {
  readonly id: string;
  readonly label: string;
  readonly variant?: 'primary' | 'plain' | 'danger';
}

interface QuestionState {
  readonly question: Question | null;
  readonly resolve: (answer: string) => void;
}

export const useQuestion = create<QuestionState>(() => ({
  question: null,
  resolve: () => undefined,
}));

/** Resolves with the id of the chosen answer; with `escape` where another question takes its place. */
export function askPerson(question: Question): Promise<string> {
  const before = useQuestion.getState();
  if (before.question !== null) before.resolve(before.question.escape);
  return new Promise((resolve) => {
    useQuestion.setState({
      question,
      resolve: (answer) => {
        useQuestion.setState({ question: null });
        resolve(answer);
      },
    });
  });
}
