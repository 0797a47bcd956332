export { default as Story } from './Story.svelte';
export { default as Why } from './Why.svelte';
export { default as Beside } from '../write/Beside.svelte';
export { default as Mark } from '../write/Mark.svelte';
export { default as Others } from '../write/Others.svelte';
export { default as Told } from '../write/Told.svelte';
