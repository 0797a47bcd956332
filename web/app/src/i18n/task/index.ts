import type { Area } from '../lang';
import { en } from './en';
import { nl, type Task } from './nl';

export type { Task };
export const task: Area<Task> = { nl, en };
