import { nl as common } from '../common/nl';
import { nl as phone } from '../phone/nl';
import { nl as problem } from '../problem/nl';
import { nl as task } from '../task/nl';
import type { PhoneTexts } from './texts';

export const texts: PhoneTexts = { common, phone, problem, task };
