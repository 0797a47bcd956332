import { mount } from 'svelte';
import '../../styles/desk.css';
import Page from './Page.svelte';

mount(Page, { target: document.getElementById('app')! });
