import { layoutGrade, type Choice, type GradePupil } from '@samhold/analysis';

type Asked = { readonly pupils: readonly GradePupil[]; readonly choices: readonly Choice[] };

addEventListener('message', ({ data: { pupils, choices } }: MessageEvent<Asked>) =>
  postMessage(layoutGrade(pupils, choices)),
);
