// The worker's script. It exports nothing: give its address, or a function that starts it, to init({ worker }).
export {};
