"""Logs of further trainers of vision, typed after their sources."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

ROWS = [
    given(
        "SlowFast",
        """
        [11/01 10:00:01][INFO] logging.py:  99: json_stats: {"RAM": "20.10/251.64G", "_type": "train_iter_ssl", "dt": 0.41210, "dt_data": 0.00120, "dt_net": 0.41010, "epoch": "1/2", "eta": "0:01:10", "gpu_mem": "8.91G", "grad_norm": 2.10000, "iter": "10/20", "loss": 5.91000, "lr": 0.01000, "top1_err": 96.12500, "top5_err": 88.12500}
        [11/01 10:00:05][INFO] logging.py:  99: json_stats: {"RAM": "20.10/251.64G", "_type": "train_iter_ssl", "dt": 0.40210, "dt_data": 0.00120, "dt_net": 0.41010, "epoch": "1/2", "eta": "0:01:06", "gpu_mem": "8.91G", "grad_norm": 2.20000, "iter": "20/20", "loss": 5.71000, "lr": 0.02000, "top1_err": 95.12500, "top5_err": 86.12500}
        [11/01 10:00:09][INFO] logging.py:  99: json_stats: {"RAM": "20.10/251.64G", "_type": "val_epoch", "epoch": "1/2", "gpu_mem": "8.91G", "min_top1_err": 93.50000, "min_top5_err": 84.50000, "time_diff": 0.20000, "top1_err": 93.50000, "top5_err": 84.50000}
        [11/01 10:00:13][INFO] logging.py:  99: json_stats: {"RAM": "20.10/251.64G", "_type": "train_iter_ssl", "dt": 0.41210, "dt_data": 0.00120, "dt_net": 0.41010, "epoch": "2/2", "eta": "0:00:10", "gpu_mem": "8.91G", "grad_norm": 2.30000, "iter": "10/20", "loss": 5.31000, "lr": 0.03000, "top1_err": 92.12500, "top5_err": 81.12500}
        [11/01 10:00:17][INFO] logging.py:  99: json_stats: {"RAM": "20.10/251.64G", "_type": "train_iter_ssl", "dt": 0.40210, "dt_data": 0.00120, "dt_net": 0.41010, "epoch": "2/2", "eta": "0:00:00", "gpu_mem": "8.91G", "grad_norm": 2.40000, "iter": "20/20", "loss": 5.11000, "lr": 0.04000, "top1_err": 91.12500, "top5_err": 80.12500}
        [11/01 10:00:21][INFO] logging.py:  99: json_stats: {"RAM": "20.10/251.64G", "_type": "val_epoch", "epoch": "2/2", "gpu_mem": "8.91G", "min_top1_err": 90.50000, "min_top5_err": 79.50000, "time_diff": 0.20000, "top1_err": 90.50000, "top5_err": 79.50000}
        """,
        train_loss=[5.91, 5.71, 5.31, 5.11],
        lr=[0.01, 0.02, 0.03, 0.04],
        grad_norm=[2.1, 2.2, 2.3, 2.4],
        train_error=[0.96125, 0.95125, 0.92125, 0.91125],
        train_top_5_error=4,
        val_error=[0.935, 0.905],
        val_top_5_error=2,
    ),
    given(
        "segmentation_models.pytorch",
        """
        Epoch: 0
        train: 100%|██████████| 46/46 [00:20<00:00,  2.25it/s, dice_loss - 0.6512, iou_score - 0.3412]
        valid: 100%|██████████| 101/101 [00:05<00:00, 20.1it/s, dice_loss - 0.5512, iou_score - 0.4412]
        Model saved!

        Epoch: 1
        train: 100%|██████████| 46/46 [00:20<00:00,  2.25it/s, dice_loss - 0.4512, iou_score - 0.5412]
        valid: 100%|██████████| 101/101 [00:05<00:00, 20.1it/s, dice_loss - 0.4112, iou_score - 0.5912]
        Model saved!
        """,
        train_loss={0: 0.6512, 1: 0.4512},
        train_iou={0: 0.3412, 1: 0.5412},
        val_loss={0: 0.5512, 1: 0.4112},
        val_iou={0: 0.4412, 1: 0.5912},
    ),
    given(
        "a detector of MMDetection 2",
        """
        2026-11-01 10:00:00,123 - mmdet - INFO - Epoch [1][50/150]\tlr: 9.890e-04, eta: 0:12:10, time: 0.412, data_time: 0.052, memory: 3912, loss_rpn_cls: 0.5123, loss_rpn_bbox: 0.1023, loss_cls: 0.9123, acc: 91.2123, loss_bbox: 0.1234, loss: 1.6503
        2026-11-01 10:00:20,123 - mmdet - INFO - Epoch [1][100/150]\tlr: 1.988e-03, eta: 0:11:50, time: 0.402, data_time: 0.012, memory: 3912, loss_rpn_cls: 0.4123, loss_rpn_bbox: 0.1023, loss_cls: 0.6123, acc: 93.2123, loss_bbox: 0.2234, loss: 1.3503
        2026-11-01 10:01:00,123 - mmdet - INFO - Saving checkpoint at 1 epochs
        2026-11-01 10:01:30,123 - mmdet - INFO - Epoch(val) [1][30]\tbbox_mAP: 0.1010, bbox_mAP_50: 0.2520, bbox_mAP_75: 0.0600, bbox_mAP_s: 0.0100, bbox_mAP_m: 0.0900, bbox_mAP_l: 0.1500, bbox_mAP_copypaste: 0.101 0.252 0.060 0.010 0.090 0.150
        2026-11-01 10:02:00,123 - mmdet - INFO - Epoch [2][50/150]\tlr: 2.500e-03, eta: 0:11:10, time: 0.412, data_time: 0.052, memory: 3912, loss_rpn_cls: 0.3123, loss_rpn_bbox: 0.0923, loss_cls: 0.5123, acc: 94.2123, loss_bbox: 0.2234, loss: 1.1403
        2026-11-01 10:03:30,123 - mmdet - INFO - Epoch(val) [2][30]\tbbox_mAP: 0.1510, bbox_mAP_50: 0.3020, bbox_mAP_75: 0.1100, bbox_mAP_s: 0.0200, bbox_mAP_m: 0.1200, bbox_mAP_l: 0.2000, bbox_mAP_copypaste: 0.151 0.302 0.110 0.020 0.120 0.200
        """,
        train_loss=[1.6503, 1.3503, 1.1403],
        train_cls_loss=3,
        train_bbox_loss=3,
        train_rpn_cls_loss=3,
        train_rpn_bbox_loss=3,
        train_accuracy=[0.912123, 0.932123, 0.942123],
        lr=3,
        val_map=[0.101, 0.151],
        val_map50=[0.252, 0.302],
        val_map75=[0.06, 0.11],
        val_bbox_map_s=2,
        val_m_map=2,
        val_l_map=2,
        val_copypaste_map=2,
    ),
    given(
        "PaddleDetection",
        """
        [11/01 10:00:00] ppdet.engine INFO: Epoch: [0] [ 0/100] learning_rate: 0.000100 loss_cls: 1.200100 loss_bbox: 0.800100 loss: 30.200100 eta: 0:10:00 batch_cost: 0.4012 data_cost: 0.0002 ips: 20.1012 images/s
        [11/01 10:00:10] ppdet.engine INFO: Epoch: [0] [50/100] learning_rate: 0.000500 loss_cls: 1.000100 loss_bbox: 0.700100 loss: 20.200100 eta: 0:09:00 batch_cost: 0.4012 data_cost: 0.0002 ips: 20.1012 images/s
        [11/01 10:00:20] ppdet.engine INFO: Epoch: [1] [ 0/100] learning_rate: 0.001000 loss_cls: 0.900100 loss_bbox: 0.600100 loss: 15.200100 eta: 0:08:00 batch_cost: 0.4012 data_cost: 0.0002 ips: 20.1012 images/s
        [11/01 10:00:30] ppdet.engine INFO: Epoch: [1] [50/100] learning_rate: 0.001000 loss_cls: 0.800100 loss_bbox: 0.500100 loss: 12.200100 eta: 0:07:00 batch_cost: 0.4012 data_cost: 0.0002 ips: 20.1012 images/s
        """,
        train_loss=[30.2001, 20.2001, 15.2001, 12.2001],
        train_cls_loss=4,
        train_bbox_loss=4,
        lr=[0.0001, 0.0005, 0.001, 0.001],
    ),
    given(
        "Detectron2's console",
        """
        [11/01 10:00:00 d2.engine.train_loop]: Starting training from iteration 0
        [11/01 10:00:20 d2.utils.events]:  eta: 0:10:00  iter: 19  total_loss: 2.412  loss_cls: 1.212  loss_box_reg: 0.412  loss_mask: 0.692  time: 0.4012  data_time: 0.0102  lr: 0.00039  max_mem: 2012M
        [11/01 10:00:40 d2.utils.events]:  eta: 0:09:00  iter: 39  total_loss: 2.012  loss_cls: 1.012  loss_box_reg: 0.392  loss_mask: 0.592  time: 0.4012  data_time: 0.0102  lr: 0.00079  max_mem: 2012M
        [11/01 10:01:00 d2.utils.events]:  eta: 0:08:00  iter: 59  total_loss: 1.712  loss_cls: 0.812  loss_box_reg: 0.352  loss_mask: 0.492  time: 0.4012  data_time: 0.0102  lr: 0.00119  max_mem: 2012M
        """,
        train_loss={19: 2.412, 39: 2.012, 59: 1.712},
        train_cls_loss=3,
        train_box_reg_loss=3,
        train_mask_loss=3,
        lr={19: 0.00039, 39: 0.00079, 59: 0.00119},
    ),
    given(
        "metrics.json of Detectron2",
        {
            "metrics.json": '{"data_time": 0.01, "eta_seconds": 100.0, "iteration": 19, "loss_box_reg": 0.41, "loss_cls": 1.21, "lr": 0.0002, "total_loss": 2.41}\n'
            '{"data_time": 0.01, "eta_seconds": 90.0, "iteration": 39, "loss_box_reg": 0.39, "loss_cls": 1.01, "lr": 0.0004, "total_loss": 2.01}\n'
            '{"bbox/AP": 12.1, "bbox/AP50": 25.2, "data_time": 0.01, "eta_seconds": 80.0, "iteration": 59, "loss_box_reg": 0.35, "loss_cls": 0.81, "lr": 0.0006, "total_loss": 1.71}\n'
        },
        train_loss={19: 2.41, 39: 2.01, 59: 1.71},
        train_box_reg_loss=3,
        train_cls_loss=3,
        lr={19: 0.0002, 39: 0.0004, 59: 0.0006},
        val_map={59: 0.121},
        val_map50={59: 0.252},
    ),
    given(
        "segmentation results of Ultralytics",
        {
            "results.csv": "                  epoch,                   time,         train/box_loss,         train/seg_loss,         metrics/mAP50(B),      metrics/mAP50-95(B),         metrics/mAP50(M),      metrics/mAP50-95(M),           val/box_loss,           val/seg_loss,                 lr/pg0\n"
            "                      1,                  10.12,                 1.5123,                 3.0123,                  0.2512,                  0.1312,                  0.2312,                  0.1112,                 1.4123,                 2.9123,               0.003301\n"
            "                      2,                  20.12,                 1.3123,                 2.5123,                  0.3512,                  0.1912,                  0.3212,                  0.1612,                 1.3123,                 2.6123,               0.006501\n"
            "                      3,                  30.12,                 1.2123,                 2.2123,                  0.4112,                  0.2312,                  0.3812,                  0.2012,                 1.2623,                 2.5123,               0.009601\n"
        },
        train_loss=[4.5246, 3.8246, 3.4246],
        train_box_loss=3,
        train_seg_loss=3,
        val_loss=[4.3246, 3.9246, 3.7746],
        val_box_loss=3,
        val_seg_loss=3,
        val_map50=[0.2512, 0.3512, 0.4112],
        val_map=[0.1312, 0.1912, 0.2312],
        lr=[0.003301, 0.006501, 0.009601],
    ),
    given(
        "diffusers in one bar over all steps",
        "11/01/2026 10:00:00 - INFO - __main__ -   Total train batch size (w. parallel, distributed & accumulation) = 4\n"
        "Steps:   0%|          | 0/400 [00:00<?, ?it/s]\r"
        "Steps:   0%|          | 1/400 [00:02<13:18,  2.00s/it, lr=1e-5, step_loss=0.412]\r"
        "Steps:   0%|          | 2/400 [00:03<12:18,  1.80s/it, lr=1e-5, step_loss=0.0312]\r"
        "Steps:   1%|          | 3/400 [00:04<11:18,  1.60s/it, lr=1e-5, step_loss=0.212]\n",
        train_loss_step={1: 0.412, 2: 0.0312, 3: 0.212},
        train_loss=3,
        lr=[1e-5],
    ),
]


@together("text, series, config", ROWS)
def test_vision_trainers(text, series, config):
    assert_reads(text, series, config)
