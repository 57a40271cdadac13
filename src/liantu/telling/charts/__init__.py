"""What the charts show: values, names, units and the sentence with the finding. No drawing."""
