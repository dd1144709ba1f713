import { mount } from 'svelte';
import './pupil.css';
import PupilPage from './PupilPage.svelte';

mount(PupilPage, { target: document.body });
