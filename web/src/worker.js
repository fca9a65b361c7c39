// The worker of the served page.
import { loadEngine } from './engine.js';
import { serve } from './worker_calls.js';

serve(loadEngine());
