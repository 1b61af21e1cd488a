import { askEarly } from './early-answers';

askEarly();
