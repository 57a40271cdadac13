"""What the A3 pages of a chain and of the city say (看板): facts and sentences, no drawing."""
