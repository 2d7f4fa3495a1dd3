print("village")
