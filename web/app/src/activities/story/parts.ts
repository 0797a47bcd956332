export { default as Story } from './Story.svelte';
export { default as Why } from './Why.svelte';
