import { en as common } from '../common/en';
import { en as phone } from '../phone/en';
import { en as problem } from '../problem/en';
import { en as task } from '../task/en';
import type { PhoneTexts } from './texts';

export const texts: PhoneTexts = { common, phone, problem, task };
