from tests.engine.read.faults.reading import series_of


def test_of_three_numbered_sets_the_first_is_that_of_training_and_the_last_has_its_number():
    series = series_of(
        "".join(
            f"[{each}]\tvalidation_0-rmse:{each}.1\tvalidation_1-rmse:{each}.2"
            f"\tvalidation_2-rmse:{each}.3\n"
            for each in range(4)
        )
    )

    assert series == {
        "train_rmse": [0.1, 1.1, 2.1, 3.1],
        "val_rmse": [0.2, 1.2, 2.2, 3.2],
        "val_set_2_rmse": [0.3, 1.3, 2.3, 3.3],
    }


def test_sets_without_a_number_stay_as_they_are():
    series = series_of("epoch 1 train_loss 0.9 val_loss 1.0\nepoch 2 train_loss 0.8 val_loss 0.9\n")

    assert series == {"train_loss": [0.9, 0.8], "val_loss": [1.0, 0.9]}


def test_the_second_loader_of_an_evaluation_is_a_set_of_its_own():
    series = series_of(
        "epoch,val_loss/dataloader_idx_0,val_loss/dataloader_idx_1\n1,0.9,1.9\n2,0.8,1.8\n3,0.7,1.7\n",
        "metrics.csv",
    )

    assert series == {"val_loss": [0.9, 0.8, 0.7], "val_loader_1_loss": [1.9, 1.8, 1.7]}
