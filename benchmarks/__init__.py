"""Speed, start-up, memory and scale, each as a ratio to something measured in the same run."""
