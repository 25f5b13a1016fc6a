"""Links to other datasets: those that hold, written for others; new ones, asked for and proposed."""
