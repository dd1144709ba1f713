import { sociogram5To7, wellbeing5To7, type Questionnaire } from '../../packages/survey/src/index.ts';
