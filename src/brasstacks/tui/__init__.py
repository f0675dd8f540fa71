"""The screens. They show what the core says and feed it what people do; they decide nothing."""
