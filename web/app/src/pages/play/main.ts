import { mount } from 'svelte';
import '../../styles/phone.css';
import Page from './Page.svelte';

mount(Page, { target: document.getElementById('app')! });
