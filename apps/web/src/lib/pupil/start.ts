import { mount } from 'svelte';
import './pupil.css';
import PupilPage from './PupilPage.svelte';
import { askAgainForStyles } from './until-it-comes.ts';

askAgainForStyles();
mount(PupilPage, { target: document.body });
