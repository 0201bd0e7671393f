"""Cities and regions of the Alliance."""
