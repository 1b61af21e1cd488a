import { useQuestion } from '../state/questions';
import { Button } from './button';
import { Dialog } from './dialog';

export function QuestionDialog() {
  const { question, resolve } = useQuestion();
  if (!question) return null;
  return (
    <Dialog
      title={question.title}
      size="small"
      isAlert
      onClose={() => {
        resolve(question.escape);
      }}
      footer={question.answers.map((answer) => (
        <Button
          key={answer.id}
          variant={answer.variant ?? 'plain'}
          autoFocus={answer.variant === 'primary'}
          onPress={() => {
            resolve(answer.id);
          }}
        >
          {answer.label}
        </Button>
      ))}
    >
      {[question.text].flat().map((paragraph) => (
        <p key={paragraph} className="dialog-text">
          {paragraph}
        </p>
      ))}
    </Dialog>
  );
}
