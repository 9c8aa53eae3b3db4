"""Report -> text. One module per format; positions in lines and columns are made here and nowhere else."""
