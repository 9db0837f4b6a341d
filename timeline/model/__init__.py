"""The data types of the pipeline: frozen, slotted, keyword-only dataclasses without behaviour beyond invariants."""
