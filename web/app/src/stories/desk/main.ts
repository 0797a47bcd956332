import { mount } from 'svelte';
import '../../styles/desk.css';
import Page from './Page.svelte';

// The development server shows every state of the host's page and of the projector here, with fictional data:
// /stories-desk.html?page=screen&stage=reveal&people=42&lang=nl. It is no part of the build.
const asked = new URLSearchParams(location.search);
const page = asked.get('page') === 'host' ? 'host' : 'screen';
if (page === 'screen') Object.assign(document.documentElement.dataset, { theme: 'deep', medium: 'screen' });
mount(Page, { target: document.getElementById('app')!, props: { asked, page } });
